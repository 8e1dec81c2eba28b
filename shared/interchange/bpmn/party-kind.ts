import type { PartyKind } from '../../document/model/organisation.ts';

const vendors = /supplier|vendor|provider|contractor|outsourc|carrier|courier|forwarder|shipper|\bpartner|agency|lieferant|dienstleister|anbieter|spediteur|hersteller|auftragnehmer/i;
const platforms = /\b(systems?|platform|portal|erp|crm|sap|database|db|server|engine|broker|bot|robot|software|apps?|application|api|cloud|saas|website|webshop|servicenow|salesforce|workday|jira)\b|plattform|datenbank|anwendung$|system$/i;

/** What a lane's name suggests it is. A department where it suggests nothing. */
export const guessPartyKind = (name: string): PartyKind => (vendors.test(name) ? 'vendor' : platforms.test(name) ? 'platform' : 'department');

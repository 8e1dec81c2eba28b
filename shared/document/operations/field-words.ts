import { message, type Message } from '../../language/message.ts';
import { type FieldChange, fieldsOfChange } from './edit-fields.ts';

/** The fields that people change, whose words stand in the catalogue. */
const said = [
  'name', 'party', 'parent', 'size', 'documentation', 'requirements', 'serviceTime', 'batching', 'queryTime', 'owner', 'owners', 'systems', 'reads',
  'writes', 'rework', 'valueAdding', 'automation', 'outcome', 'approval', 'multiInstance', 'sets', 'decides', 'trigger', 'wait', 'counts', 'cadence',
  'attachedTo', 'interrupting', 'expanded', 'terminate', 'text', 'about', 'kind', 'probability', 'condition', 'otherwise', 'guessedRework', 'handoff',
  'waypoints', 'channel', 'transfer', 'batch', 'setup', 'rekeying', 'clarification', 'rejection', 'term', 'contract', 'itemNoun', 'itemNounPlural',
  'length', 'calendar', 'colour', 'capacity', 'people', 'unlimited', 'costPerHour', 'interrupts', 'protectedShare', 'otherWork', 'discipline',
  'ageing', 'preemption', 'resumePenalty', 'atShiftEnd', 'multitasking', 'wipLimit', 'startAt', 'handover', 'skills', 'timeZone', 'weekly',
  'exceptions', 'systemOfRecord', 'copies', 'unit', 'value', 'costOfDelayPerDay', 'targetLeadTime', 'start', 'arrivals', 'atMost', 'priority',
  'priorityRules', 'due', 'attributes', 'patience', 'title', 'purpose', 'author', 'confidentiality', 'logo', 'currency', 'locale', 'hoursPerDay',
  'mode', 'horizon', 'warmUp', 'replications', 'precision', 'confidence', 'seed', 'items',
] as const;
type Said = (typeof said)[number];

const isSaid = (field: string): field is Said => (said as readonly string[]).includes(field);

/** A field as people call it; one that this version does not know by its own name. */
const wordOf = (field: string): string | Message => (isSaid(field) ? message(`fields.${field}`) : field);

/** The fields that a change is about, in words: "owner, how long it takes". */
export const fieldWords = (change: FieldChange): string | Message =>
  fieldsOfChange(change).map(wordOf).reduce((before, name) => message('document.listed', { before, name }));

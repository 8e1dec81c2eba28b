import { defaults } from '../../shared/document/model/defaults.ts';
import { useTab } from './use-window.ts';

/** Hours of a working day of the document in front. */
export const useHoursPerDay = (): number => useTab((tab) => tab.history.document.settings.hoursPerDay) ?? defaults.settings.hoursPerDay;

export const useCurrency = (): string => useTab((tab) => tab.history.document.settings.currency) ?? defaults.settings.currency;

/** What a column of an event log means. */
export const columnRoles = ['case', 'activity', 'start', 'end', 'time', 'enable', 'resource', 'group', 'transition', 'instance'] as const;
export type ColumnRole = (typeof columnRoles)[number];
export type Columns = Readonly<Partial<Record<ColumnRole, number>>>;

/** Names under which logs carry them, letters and digits only, the most telling first. */
const names: Readonly<Record<ColumnRole, readonly string[]>> = {
  case: ['caseid', 'caseconceptname', 'case', 'caseidentifier', 'traceid', 'trace', 'processid', 'processinstance', 'serviceid', 'ticketid', 'orderid', 'patient', 'vorgang', 'fall', 'fallid'],
  activity: ['activity', 'activityname', 'conceptname', 'task', 'taskname', 'event', 'eventname', 'operation', 'handling', 'step', 'aktivitat', 'schritt'],
  start: ['starttime', 'starttimestamp', 'timestart', 'startdate', 'startdatetime', 'start', 'started', 'begin', 'beginn', 'starttime'],
  end: ['endtime', 'endtimestamp', 'completetime', 'completetimestamp', 'completiontime', 'completedate', 'enddate', 'end', 'completed', 'finish', 'finishtime', 'ende'],
  time: ['timetimestamp', 'timestamp', 'time', 'datetime', 'date', 'zeit', 'zeitstempel'],
  enable: ['enabletime', 'enabletimestamp', 'enabledtime', 'enabled'],
  resource: ['resource', 'orgresource', 'employee', 'user', 'originator', 'performer', 'agent', 'worker', 'ressource', 'bearbeiter'],
  group: ['team', 'orggroup', 'department', 'group', 'orgrole', 'role', 'abteilung'],
  transition: ['lifecycletransition', 'lifecycle', 'transition', 'registrationtype', 'eventtype'],
  instance: ['conceptinstance', 'activityinstance', 'activityinstanceid', 'instance', 'instanceid', 'handlingid', 'eventid'],
};

const plain = (text: string): string => text.normalize('NFD').toLowerCase().replaceAll(/[^a-z0-9]/g, '');

/** Which column of a header has which meaning; the first name of a meaning that occurs decides. */
export function findColumns(header: readonly string[]): Columns {
  const given = header.map(plain);
  const columns: Partial<Record<ColumnRole, number>> = {};
  const taken = new Set<number>();
  for (const role of columnRoles) {
    const index = names[role].map((name) => given.findIndex((one, at) => one === name && !taken.has(at))).find((at) => at >= 0);
    if (index === undefined) continue;
    columns[role] = index;
    taken.add(index);
  }
  return columns;
}

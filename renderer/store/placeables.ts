/** What a person can put on the canvas. An approval is a step with a decider, a wait or a message an event. */
export const placeables = ['step', 'approval', 'gateway', 'wait', 'start', 'end', 'fork', 'join', 'message', 'subprocess', 'note', 'group'] as const;
export type Placeable = (typeof placeables)[number];

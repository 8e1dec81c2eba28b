/** Colours by what they mean. A scene names roles only; a theme says what they look like. */
export const colourRoles = [
  'canvas', 'surface', 'band', 'text', 'muted', 'line', 'grid', 'accent', 'onAccent',
  'better', 'worse', 'execution', 'information', 'decision', 'neutral',
  'heat1', 'heat2', 'heat3', 'heat4', 'heat5', 'onHeat1', 'onHeat2', 'onHeat3', 'onHeat4', 'onHeat5',
  'worked', 'handing', 'busy', 'answer', 'again', 'closed', 'planned',
  'onWorked', 'onHanding', 'onBusy', 'onAnswer', 'onAgain', 'onClosed', 'onPlanned',
  'note', 'noteLine', 'valueAdding',
  'laneBlue', 'laneSky', 'laneGreen', 'laneYellow', 'laneOrange', 'laneVermilion', 'lanePurple',
] as const;
export type ColourRole = (typeof colourRoles)[number];

export type ThemeName = 'light' | 'dark' | 'contrast';

export interface Theme {
  readonly name: ThemeName;
  readonly colours: Readonly<Record<ColourRole, string>>;
}

/** Every theme sets text in this family. */
export const fontFamily = 'Inter';

/** The same in every theme: a stripe with an outline, beside the lane's name. */
const lanes = {
  laneBlue: '#0072B2', laneSky: '#56B4E9', laneGreen: '#009E73', laneYellow: '#F0E442', laneOrange: '#E69F00', laneVermilion: '#D55E00', lanePurple: '#CC79A7',
} as const;

const light: Record<ColourRole, string> = {
  ...lanes,
  canvas: '#F6F7F9', surface: '#FFFFFF', band: '#EDF0F4', text: '#1B2430', muted: '#566170', line: '#CBD2DB', grid: '#E4E8ED',
  accent: '#1D5FB8', onAccent: '#FFFFFF', better: '#0A6A9E', worse: '#B14A00',
  execution: '#2B3644', information: '#1676B8', decision: '#8C6A00', neutral: '#8A95A3',
  heat1: '#FFF3D6', heat2: '#FED98E', heat3: '#FE9929', heat4: '#D95F0E', heat5: '#8C2D04',
  onHeat1: '#1B2430', onHeat2: '#1B2430', onHeat3: '#1B2430', onHeat4: '#000000', onHeat5: '#FFFFFF',
  worked: '#3F4C5A', handing: '#C8500A', busy: '#E8D36B', answer: '#7A3E9D', again: '#A8D5F2', closed: '#7A8592', planned: '#D5DAE1',
  onWorked: '#FFFFFF', onHanding: '#FFFFFF', onBusy: '#1B2430', onAnswer: '#FFFFFF', onAgain: '#1B2430', onClosed: '#1B2430', onPlanned: '#1B2430',
  note: '#FFFBEA', noteLine: '#C9B36A', valueAdding: '#0A6A9E',
};

const dark: Record<ColourRole, string> = {
  ...lanes,
  canvas: '#151A21', surface: '#1D242D', band: '#262E39', text: '#E7ECF2', muted: '#A5B0BE', line: '#3B4654', grid: '#222A34',
  accent: '#7DB1FF', onAccent: '#10151B', better: '#66C2F0', worse: '#FF9A4D',
  execution: '#C9D2DC', information: '#5DB8EA', decision: '#E3BE4B', neutral: '#6E7A89',
  heat1: '#3A2A1A', heat2: '#6B3F12', heat3: '#A85A12', heat4: '#E58A2B', heat5: '#FFD08A',
  onHeat1: '#FFFFFF', onHeat2: '#FFFFFF', onHeat3: '#FFFFFF', onHeat4: '#10151B', onHeat5: '#10151B',
  worked: '#8C9AAA', handing: '#E8742A', busy: '#E8D36B', answer: '#A86ACB', again: '#A8D5F2', closed: '#8B97A5', planned: '#4A5563',
  onWorked: '#10151B', onHanding: '#10151B', onBusy: '#10151B', onAnswer: '#10151B', onAgain: '#10151B', onClosed: '#FFFFFF', onPlanned: '#FFFFFF',
  note: '#2C2918', noteLine: '#8C7A35', valueAdding: '#66C2F0',
};

const contrast: Record<ColourRole, string> = {
  ...lanes,
  canvas: '#FFFFFF', surface: '#FFFFFF', band: '#FFFFFF', text: '#000000', muted: '#2B2B2B', line: '#000000', grid: '#D9D9D9',
  accent: '#0037A6', onAccent: '#FFFFFF', better: '#004A75', worse: '#7A2E00',
  execution: '#000000', information: '#004E8A', decision: '#5C4400', neutral: '#333333',
  heat1: '#FFFFFF', heat2: '#FFE0A3', heat3: '#FFA940', heat4: '#8F3A00', heat5: '#4A1600',
  onHeat1: '#000000', onHeat2: '#000000', onHeat3: '#000000', onHeat4: '#FFFFFF', onHeat5: '#FFFFFF',
  worked: '#26303B', handing: '#8F3A00', busy: '#F5DE62', answer: '#5A1F7D', again: '#B5E0FF', closed: '#000000', planned: '#E0E0E0',
  onWorked: '#FFFFFF', onHanding: '#FFFFFF', onBusy: '#000000', onAnswer: '#FFFFFF', onAgain: '#000000', onClosed: '#000000', onPlanned: '#000000',
  note: '#FFFFFF', noteLine: '#000000', valueAdding: '#004A75',
};

export const themes: Readonly<Record<ThemeName, Theme>> = {
  light: { name: 'light', colours: light },
  dark: { name: 'dark', colours: dark },
  contrast: { name: 'contrast', colours: contrast },
};

/** The role of text that is printed on a fill. */
export function textOn(fill: ColourRole): ColourRole {
  switch (fill) {
    case 'heat1': return 'onHeat1';
    case 'heat2': return 'onHeat2';
    case 'heat3': return 'onHeat3';
    case 'heat4': return 'onHeat4';
    case 'heat5': return 'onHeat5';
    case 'worked': return 'onWorked';
    case 'handing': return 'onHanding';
    case 'busy': return 'onBusy';
    case 'answer': return 'onAnswer';
    case 'again': return 'onAgain';
    case 'closed': return 'onClosed';
    case 'planned': return 'onPlanned';
    case 'accent': case 'better': case 'worse': case 'execution': case 'information': case 'decision':
      return 'onAccent';
    default: return 'text';
  }
}

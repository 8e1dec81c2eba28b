// bpmn-js as it comes: what importing and drawing a file in our own window is measured against.
import Modeler from 'bpmn-js/lib/Modeler';
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn.css';

const container = document.querySelector<HTMLElement>('#root') ?? document.body;
let shown: { destroy(): void } | undefined;

const show = async (text: string, as: 'modeler' | 'viewer'): Promise<void> => {
  shown?.destroy();
  const drawn = as === 'modeler' ? new Modeler({ container }) : new NavigatedViewer({ container });
  shown = drawn;
  await drawn.importXML(text);
};

Object.assign(window, { bench: { show } });

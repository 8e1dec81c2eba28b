import type { Message } from '../language/message.ts';
import { message } from '../language/message.ts';
import { softwareChange } from './software-change.ts';

/** A worked example that ships with the product. `text` is the file; open it as any other. */
export interface Example {
  readonly id: string;
  readonly title: Message;
  readonly about: Message;
  readonly text: string;
}

/** In the order of the start screen; the first one is the live example beside it. */
export const examples: readonly Example[] = [
  { id: 'software-change', title: message('document.example.softwareChange'), about: message('document.example.softwareChange.about'), text: softwareChange().text() },
];

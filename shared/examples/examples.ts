import { message, type Message, type MessageId } from '../language/message.ts';
import type { Composer } from './composing.ts';
import { employeeOnboarding } from './employee-onboarding.ts';
import { incidentImprovement } from './incident-improvement.ts';
import { quoteToCash } from './quote-to-cash.ts';
import { softwareChange } from './software-change.ts';
import { vendorProcurement } from './vendor-procurement.ts';

/** A worked example that ships with the product. `text` is the file; open it as any other. */
export interface Example {
  readonly id: string;
  readonly title: Message;
  /** What there is to see, in a few words. */
  readonly about: Message;
  readonly text: string;
}

const example = (id: string, title: MessageId, about: MessageId, compose: () => Composer): Example => {
  let text: string | undefined;
  return {
    id,
    title: message(title),
    about: message(about),
    get text() {
      text ??= compose().text();
      return text;
    },
  };
};

/** In the order of the start screen; the first one is the live example beside it. */
export const examples: readonly Example[] = [
  example('software-change', 'document.example.softwareChange', 'document.example.softwareChange.about', softwareChange),
  example('employee-onboarding', 'document.example.onboarding', 'document.example.onboarding.about', employeeOnboarding),
  example('vendor-procurement', 'document.example.procurement', 'document.example.procurement.about', vendorProcurement),
  example('incident-improvement', 'document.example.incident', 'document.example.incident.about', incidentImprovement),
  example('quote-to-cash', 'document.example.quoteToCash', 'document.example.quoteToCash.about', quoteToCash),
];

import { expect, it } from 'vitest';
import { wrap } from '../drawing/layout/wrap.ts';
import { message } from '../language/message.ts';
import { sayFitting } from './short-names.ts';

const footer = (title: string) => message('report.brief.footer', { title, scenario: 'Today', date: '2024-02-03', confidentiality: message('report.confidentiality.internal') });
const oneLine = (width: number) => (words: string) => wrap(words, width, 12, 1);

it('leaves what fits as it is', () => {
  expect(sayFitting(footer('Software change'), 'en', oneLine(600))).toMatchObject({ words: 'Software change · Today · 2024-02-03 · Internal', whole: 'Software change · Today · 2024-02-03 · Internal' });
});

it('shortens names, between words, before it gives up the end of the sentence', () => {
  const { words, whole, lines } = sayFitting(footer('Procurement of services and contracts with cloud providers abroad'), 'en', oneLine(400));
  expect([words, whole, lines.length]).toEqual(['Procurement of services and… · Today · 2024-02-03 · Internal', words, 1]);
});

it('takes no word out of a text that somebody typed', () => {
  const typed = message('analysis.verbatim', { text: 'Procurement of services and contracts with cloud providers abroad' });
  expect(sayFitting(typed, 'en', oneLine(290)).words).toBe('Procurement of services and contracts with cloud providers abroad');
});

it('cuts the end where nothing else helps', () => {
  const { whole, lines } = sayFitting(footer('Procurement of services and contracts with cloud providers abroad'), 'en', oneLine(60));
  expect([whole, lines[0]?.text.endsWith('…')]).toEqual([undefined, true]);
});

it('says when a word had to be broken: nobody is to wrap that anew', () => {
  const { whole, lines } = sayFitting(message('analysis.verbatim', { text: 'Auftragsverarbeitungsvertrag' }), 'de', (words) => wrap(words, 100, 12, 3));
  expect([whole, lines.length]).toEqual([undefined, 2]);
});

import type { XmlElement } from '../xml.ts';

export const modelSpace = 'http://www.omg.org/spec/BPMN/20100524/MODEL';
/** Ours, for what BPMN has no word for. */
export const crossflowSpace = 'https://crossflow.app/bpmn/1';

/** Children that belong to BPMN itself and have one of the given names. */
export const childrenOf = (element: XmlElement, ...names: string[]): XmlElement[] =>
  element.children.filter((child) => child.space === element.space && names.includes(child.name));

export const childOf = (element: XmlElement, ...names: string[]): XmlElement | undefined =>
  element.children.find((child) => child.space === element.space && names.includes(child.name));

/** The trimmed value of an attribute; undefined where it is absent or blank. */
export function attribute(element: XmlElement, name: string): string | undefined {
  const value = element.attributes.get(name)?.trim();
  return value === undefined || value === '' ? undefined : value;
}

/** The attribute of our own namespace, under whatever prefix. */
export const ownAttribute = (element: XmlElement, name: string): string | undefined => attribute(element, `crossflow:${name}`);

/** A name as people wrote it: line breaks become spaces, everything else stays. */
export function nameOfElement(element: XmlElement): string | undefined {
  const name = element.attributes.get('name')?.replaceAll(/\s+/g, ' ').trim();
  return name === undefined || name === '' ? undefined : name;
}

/** What a sentence calls an element: its name, else its kind in words. */
export const labelOf = (element: XmlElement): string => nameOfElement(element) ?? element.name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** Everything written in an element, its children included. */
export function fullText(element: XmlElement): string {
  return [element.text, ...element.children.map(fullText)].join('').trim();
}

/** The documentation of an element, paragraphs joined. */
export function documentationOf(element: XmlElement): string | undefined {
  const text = childrenOf(element, 'documentation').map(fullText).filter((part) => part !== '').join('\n\n');
  return text === '' ? undefined : text;
}

export const numberAttribute = (element: XmlElement, name: string): number | undefined => {
  const text = attribute(element, name);
  if (text === undefined) return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
};

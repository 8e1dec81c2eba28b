import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { message, type MessageId, type MessageValue, type Message } from '../../shared/language/message.ts';
import { say, type Locale } from '../../shared/language/say.ts';

const LocaleContext = createContext<Locale>('en');

export function LocaleProvider({ locale, children }: { readonly locale: Locale; readonly children: ReactNode }): ReactNode {
  return <LocaleContext value={locale}>{children}</LocaleContext>;
}

export const useLocale = (): Locale => useContext(LocaleContext);

export interface Say {
  (id: MessageId, values?: Readonly<Record<string, MessageValue>>): string;
  message(sentence: Message): string;
}

/** A line never ends between a number and its per cent. */
const kept = (text: string): string => text.replaceAll(/(\d) %/g, '$1\u00A0%');

/** Says sentences of the catalogue in the window's language. */
export function useSay(): Say {
  const locale = useLocale();
  return useMemo(
    () => Object.assign((id: MessageId, values?: Readonly<Record<string, MessageValue>>) => kept(say(message(id, values), locale)), {
      message: (sentence: Message) => kept(say(sentence, locale)),
    }),
    [locale],
  );
}

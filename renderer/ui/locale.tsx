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

/** Says sentences of the catalogue in the window's language. */
export function useSay(): Say {
  const locale = useLocale();
  return useMemo(
    () => Object.assign((id: MessageId, values?: Readonly<Record<string, MessageValue>>) => say(message(id, values), locale), {
      message: (sentence: Message) => say(sentence, locale),
    }),
    [locale],
  );
}

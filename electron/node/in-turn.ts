/** Runs acts of one key one after another, in the order they were asked for; different keys do not wait for each other. */
export const inTurn = () => {
  const last = new Map<string, Promise<unknown>>();
  return <T>(key: string, act: () => Promise<T>): Promise<T> => {
    const next = (last.get(key) ?? Promise.resolve()).then(act, act);
    last.set(key, next);
    const forget = () => {
      if (last.get(key) === next) last.delete(key);
    };
    next.then(forget, forget);
    return next;
  };
};

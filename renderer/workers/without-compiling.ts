/**
 * Loads modules while no WebAssembly starts. The painter of PDFs brings an unpacker of fonts that starts itself as it is
 * loaded, and compiles text as it starts, which the window's policy refuses. Here PDFs are printed by Chromium, so the
 * unpacker is never needed; other libraries start theirs later, when they are.
 */
export async function withoutCompiling<T>(load: () => Promise<T>): Promise<T> {
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = () => new Promise<never>(() => undefined);
  try {
    return await load();
  } finally {
    WebAssembly.instantiate = instantiate;
  }
}

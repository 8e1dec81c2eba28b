/** Doubles every typed array that an object holds. Called when a pool is full: rare, so by reflection. */
export function widenAll(holder: object): void {
  const fields = holder as Record<string, unknown>;
  for (const [name, field] of Object.entries(fields)) {
    if (field instanceof Int32Array) fields[name] = copyInto(field, new Int32Array(field.length * 2));
    else if (field instanceof Float64Array) fields[name] = copyInto(field, new Float64Array(field.length * 2));
    else if (field instanceof Uint8Array) fields[name] = copyInto(field, new Uint8Array(field.length * 2));
    else if (field instanceof Uint32Array) fields[name] = copyInto(field, new Uint32Array(field.length * 2));
    else if (field instanceof Uint16Array) fields[name] = copyInto(field, new Uint16Array(field.length * 2));
  }
}

function copyInto<T extends Int32Array | Float64Array | Uint8Array | Uint32Array | Uint16Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

import { describe, expect, it } from 'vitest';
import { fileNames } from './file-names.ts';

describe('names of files', () => {
  it('hold no sign that a system forbids, and none at the ends that it drops', () => {
    expect(fileNames(['a/b\\c:d*e?f"g<h>i|j', ' ..x.. ', 'a\tb\nc', '///'])).toEqual(['a b c d e f g h i j', 'x', 'a b c', '_']);
  });

  it('are no two alike where case does not count', () => {
    expect(fileNames(['Legal', 'LEGAL', 'legal'])).toEqual(['Legal', 'LEGAL (2)', 'legal (3)']);
  });

  it('fit a folder, cut between whole signs', () => {
    const [name = ''] = fileNames(['法務😀'.repeat(60)]);
    expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(200);
    expect(name).not.toContain('\uFFFD');
    expect('法務😀'.repeat(60).startsWith(name)).toBe(true);
  });
});

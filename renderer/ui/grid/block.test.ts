import { describe, expect, it } from 'vitest';
import { readBlock, writeBlock } from './block.ts';

describe('readBlock', () => {
  it('reads what Excel copies, whose last line ends like the others', () => {
    expect(readBlock('Assess\t2h\r\nDecide\t1 d\r\n')).toEqual([['Assess', '2h'], ['Decide', '1 d']]);
  });

  it('keeps empty cells, at the end of a row too', () => {
    expect(readBlock('a\t\tb\n\t\n')).toEqual([['a', '', 'b'], ['', '']]);
    expect(readBlock('')).toEqual([['']]);
    expect(readBlock('a\t')).toEqual([['a', '']]);
  });

  it('takes tabs, line ends and quotes out of quoted cells', () => {
    expect(readBlock('"two\nlines"\t"say ""yes"""')).toEqual([['two\nlines', 'say "yes"']]);
  });

  it('leaves a quote in the middle, or one that never closes, as it is', () => {
    expect(readBlock('5" pipe\t"open')).toEqual([['5" pipe', '"open']]);
  });
});

describe('writeBlock', () => {
  it.each([[[['a', '1,5']]], [[['tab\there', 'quote "x"'], ['line\nend', '']]], [[['', ''], ['', 'x']]]])('is read back as it was: %j', (block) => {
    expect(readBlock(writeBlock(block))).toEqual(block);
  });
});

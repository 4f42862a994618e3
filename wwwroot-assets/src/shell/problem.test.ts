import { describe, expect, it } from 'vitest';
import { readProblem } from './problem';

describe('a refusal', () => {
  it('is read in words', () => {
    expect(readProblem('{"status":422,"code":"x","detail":"No picture."}')).toMatchObject({
      code: 'x',
      detail: 'No picture.',
    });
  });

  it.each(['', '<html>Bad gateway</html>', 'null', '"text"', '[1'])('says nothing where it is none: %s', (body) => {
    expect(readProblem(body).detail).toBeUndefined();
  });
});

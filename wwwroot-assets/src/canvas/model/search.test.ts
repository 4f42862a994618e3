// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { catalogData } from '../testing/samples';
import { offers, search } from './search';

const all = offers(catalogData, false);
const found = (query: string) => search(all, query).map((o) => (o.kind ?? o.preset).id);

describe('searching blocks', () => {
  it('finds by the beginning of a name first', () => expect(found('lin')[0]).toBe('Linear'));
  it('finds by PyTorch id', () => expect(found('conv2d')[0]).toBe('Conv2d'));
  it('finds by the Chinese title', () => expect(found('全连接')[0]).toBe('Linear'));
  it('finds by the name that people know it by', () => expect(found('dense')[0]).toBe('Linear'));
  it('finds letters with gaps', () => expect(found('bnorm2')).toContain('BatchNorm2d'));
  it('finds by words of the help', () => expect(found('zero')).toEqual(['Dropout']));
  it('needs every word', () => expect(found('2-d normalization')).toEqual(['BatchNorm2d']));
  it('finds ready-made groups', () => expect(found('residual block')).toEqual(['ResidualBlock']));
  it('finds nothing for nonsense', () => expect(found('qqq')).toEqual([]));
  it('shows all in the order of the catalog without a query', () => expect(found('')).toEqual(all.map((o) => (o.kind ?? o.preset).id)));
  it('is not led astray by signs that mean something elsewhere', () => expect(found('conv2d (.*[')).toEqual([]));

  it('offers ports of groups only inside a group, and never a bare group', () => {
    const ids = (inside: boolean) => offers(catalogData, inside).map((o) => (o.kind ?? o.preset).id);
    expect(ids(false)).not.toContain('GroupInput');
    expect(ids(true)).toContain('GroupInput');
    expect(ids(true)).not.toContain('Group');
  });
});

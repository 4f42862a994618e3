// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { say, texts } from './texts';

describe('texts', () => {
  it.each(Object.entries(texts))('%s is written in both languages', (key, { en, zh }) => {
    expect(en.trim()).not.toBe('');
    expect(zh.trim()).not.toBe('');
    const places = (text: string) => [...text.matchAll(/\{\d\}/g)].map((m) => m[0]).sort();
    expect(places(zh), key).toEqual(places(en));
    // Chinese sentences end in Chinese signs.
    expect(zh).not.toMatch(/[\u4e00-\u9fff][,.:?!]/);
  });
  it('values are put in as they are', () => expect(say('saidLinked', 'en', '$&', '{0}')).toBe('Linked $& to {0}.'));
});

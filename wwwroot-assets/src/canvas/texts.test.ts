// @vitest-environment node
import { expect, it } from 'vitest';
import { say } from './texts';

it('values are put into a text as they are', () => expect(say('saidLinked', 'en', '$&', '{0}')).toBe('Linked $& to {0}.'));

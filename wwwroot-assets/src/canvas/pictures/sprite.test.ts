// @vitest-environment node
import { expect, it } from 'vitest';
import { sprite } from './sprite';

it('is what the drawings of the server are made with; write it anew with npx vitest run -u sprite', async () => {
  await expect(sprite()).toMatchFileSnapshot('../../../../src/Builder.Web/Drawings/Blocks/pictures.svg');
});

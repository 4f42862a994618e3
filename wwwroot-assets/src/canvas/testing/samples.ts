import { CatalogIndex } from '../model/catalogIndex';
import type { Catalog, CatalogKind } from '../protocol/catalog';
import type { Snapshot } from '../protocol/incoming';
import type { Block, Link, Port } from '../protocol/values';

/** What tests draw: a small catalog, blocks, links. */
const port = (name: string, more: Partial<Port> = {}): Port => ({ name, title: { en: name, zh: name }, content: 'Tensor', ...more });
const kind = (id: string, family: string, more: Partial<CatalogKind> = {}): CatalogKind => ({
  id,
  family,
  role: 'Layer',
  title: { en: id, zh: id },
  help: { en: '', zh: '' },
  inputs: [port('input')],
  outputs: [port('output')],
  parameters: [],
  ...more,
});

export const catalogData: Catalog = {
  families: ['Inputs', 'Linear', 'Convolution', 'Activation', 'Shaping', 'Math', 'Groups', 'Loss', 'Training'].map((id) => ({ id, title: { en: id, zh: id } })),
  kinds: [
    kind('PictureInput', 'Inputs', { role: 'Input', title: { en: 'Pictures', zh: '图片' }, inputs: [] }),
    kind('Target', 'Inputs', { role: 'Target', inputs: [] }),
    kind('Linear', 'Linear', {
      title: { en: 'Linear', zh: '全连接层' },
      help: { en: 'Weighted sums.', zh: '加权和。' },
      parameters: [
        { name: 'out_features', type: 'Integer', default: 64, title: { en: 'Outputs', zh: '输出数量' } },
        { name: 'bias', type: 'Flag', default: true, title: { en: 'Bias', zh: '偏置' } },
      ],
    }),
    kind('Embedding', 'Linear'),
    kind('Conv2d', 'Convolution', { title: { en: '2-D convolution', zh: '二维卷积层' } }),
    kind('BatchNorm2d', 'Convolution', { title: { en: '2-D batch normalization', zh: '二维批归一化' } }),
    kind('ReLU', 'Activation'),
    kind('Dropout', 'Activation', { help: { en: 'Sets random values to zero.', zh: '随机置零。' } }),
    kind('Flatten', 'Shaping', { title: { en: 'Flatten', zh: '展平' } }),
    kind('Concatenate', 'Math', { inputs: [port('inputs', { variadic: true })] }),
    kind('Group', 'Groups', { role: 'Group', inputs: [], outputs: [] }),
    kind('GroupInput', 'Groups', { role: 'Group', inputs: [] }),
    kind('GroupOutput', 'Groups', { role: 'Group', outputs: [] }),
    kind('CrossEntropyLoss', 'Loss', { role: 'Loss', inputs: [port('input'), port('target')] }),
    kind('Adam', 'Training', { role: 'Optimizer', inputs: [port('loss'), port('schedule', { content: 'Schedule', optional: true })], outputs: [] }),
    kind('StepLR', 'Training', { role: 'Schedule', inputs: [], outputs: [port('schedule', { content: 'Schedule' })] }),
  ],
  presets: [{ id: 'ResidualBlock', family: 'Convolution', title: { en: 'Residual block', zh: '残差块' }, help: { en: '', zh: '' } }],
};

export const catalog = new CatalogIndex(catalogData);

export const block = (id: string, kindId: string, x = 0, more: Partial<Block> = {}): Block => ({
  id,
  kind: kindId,
  group: null,
  label: null,
  note: null,
  muted: false,
  x,
  y: 0,
  parameters: {},
  weightsFrom: null,
  ...more,
});

/** "a.output>b.input". */
export function link(text: string, slot = 0): Link {
  const [from, to] = text.split('>').map((end) => {
    const [owner, name] = end.split('.');
    return { block: owner!, port: name! };
  });
  return { from: from!, to: to!, slot };
}

export const snapshot = (blocks: readonly Block[], links: readonly Link[] = [], more: Partial<Snapshot['document']> = {}, revision = 0): Snapshot => ({
  type: 'snapshot',
  revision,
  document: { name: 'Test', blocks, links, groups: [], notes: [], ...more },
  diagnostics: { blocks: {}, document: [], totalParameters: 0, canTrain: false },
  canUndo: true,
  canRedo: true,
});

/** Three blocks in a row. */
export const chain = (): Snapshot =>
  snapshot(
    [block('picture', 'PictureInput'), block('flatten', 'Flatten', 240), block('linear', 'Linear', 480)],
    [link('picture.output>flatten.input'), link('flatten.output>linear.input')],
  );

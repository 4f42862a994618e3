import type { Catalog, CatalogKind, CatalogPreset } from '../protocol/catalog';
import { popularity } from './popularity';

/** Something that can be added: a kind of block, or a ready-made group. */
export type Offer = { readonly kind: CatalogKind; readonly preset?: undefined } | { readonly preset: CatalogPreset; readonly kind?: undefined };

const both = (en: string, zh: string): string => `${en} ${zh}`;

/** Other names under which people know a block. People who read Chinese know the English names as well. */
const synonyms: Readonly<Record<string, string>> = {
  Linear: both('dense fully connected fc mlp', '全连接 稠密 线性'),
  Conv1d: both('convolution convolutional cnn', '卷积'),
  Conv2d: both('convolution convolutional cnn image', '卷积 图像'),
  ConvTranspose2d: both('deconvolution upconv', '反卷积 转置卷积'),
  MaxPool2d: both('pooling downsample', '池化'),
  AvgPool2d: both('pooling downsample', '池化'),
  AdaptiveAvgPool2d: both('global average pooling gap', '全局池化'),
  BatchNorm1d: both('batchnorm bn', '批归一化'),
  BatchNorm2d: both('batchnorm bn', '批归一化'),
  ReLU: both('rectifier', '激活'),
  SiLU: both('swish', 'swish'),
  Concatenate: both('concat cat merge join', '拼接 合并'),
  Add: both('residual skip shortcut plus sum', '残差 加'),
  Multiply: both('times product gate', '乘'),
  Reshape: both('view', '变形'),
  Permute: both('transpose', '转置 换轴'),
  Embedding: both('word vector token lookup', '词向量 嵌入'),
  EmbeddingBag: both('word vector bag of words average text', '词向量 词袋 文本平均'),
  LSTM: both('memory sequence recurrent rnn', '循环 序列'),
  GRU: both('memory sequence recurrent rnn', '循环 序列'),
  MultiheadAttention: both('transformer self-attention', '自注意力'),
  CrossEntropyLoss: both('classification softmax loss', '分类 交叉熵'),
  BCEWithLogitsLoss: both('binary classification sigmoid loss', '二分类'),
  MSELoss: both('mean squared error regression l2 loss', '均方误差 回归'),
  L1Loss: both('mae absolute error regression', '平均绝对误差'),
  Target: both('label answer y ground truth', '标签 答案 目标'),
  NumberInput: both('table tabular csv features x', '表格 特征'),
  CategoryInput: both('table tabular csv class', '表格 类别'),
  PictureInput: both('image photo', '图像 照片'),
  TextInput: both('words sentence string', '文字 句子'),
  SeriesInput: both('time series forecast', '时间序列 预测'),
  Trainer: both('epochs batch size training', '训练 轮数'),
  Adam: both('optimizer optimiser', '优化器'),
  AdamW: both('optimizer optimiser', '优化器'),
  SGD: both('optimizer optimiser gradient descent momentum', '优化器 梯度下降'),
  ClassificationMetrics: both('accuracy f1 precision recall metric', '准确率 指标'),
  RegressionMetrics: both('rmse mae r2 metric', '指标'),
};

/** Everything that a person can add. Ports of groups only where a group is open. */
export function offers(catalog: Catalog, insideGroup: boolean): Offer[] {
  const isPort = (k: CatalogKind) => k.id === 'GroupInput' || k.id === 'GroupOutput';
  return [
    ...catalog.kinds.filter((k) => k.id !== 'Group' && (insideGroup || !isPort(k))).map((kind) => ({ kind })),
    ...catalog.presets.map((preset) => ({ preset })),
  ];
}

/** What matches, best first. All words of the query must be found. An empty query finds everything in the order given. */
export function search(all: readonly Offer[], query: string): Offer[] {
  const words = normal(query).split(' ').filter(Boolean);
  if (words.length === 0) {
    return [...all];
  }

  return all
    .map((offer, index) => ({ offer, index, score: total(offer, words) }))
    .filter((x) => x.score > 0)
    .sort((a, b) => b.score - a.score || a.index - b.index)
    .map((x) => x.offer);
}

function total(offer: Offer, words: readonly string[]): number {
  let sum = 0;
  for (const word of words) {
    const score = scoreOf(offer, word);
    if (score === 0) {
      return 0;
    }

    sum += score;
  }

  // Among equals, what is needed more often comes first: pictures before series.
  return sum + popularity(offer.kind?.id ?? '') / 2;
}

function scoreOf(offer: Offer, word: string): number {
  const item = offer.kind ?? offer.preset;
  const names = [item.id, item.title.en, item.title.zh].map(normal);
  const best = Math.max(...names.map((name) => nameScore(name, word)));
  const other = offer.kind ? normal(synonyms[offer.kind.id] ?? '') : '';
  const bySynonym = other.split(' ').includes(word) ? 70 : other.includes(word) ? 45 : 0;
  const byHelp = word.length > 2 || /\P{ASCII}/u.test(word) ? (normal(`${item.help.en} ${item.help.zh}`).includes(word) ? 12 : 0) : 0;
  return Math.max(best, bySynonym, byHelp);
}

function nameScore(name: string, word: string): number {
  if (name === word) {
    return 100;
  }

  if (name.startsWith(word)) {
    return 90 - Math.min(name.length - word.length, 10);
  }

  if (name.split(' ').some((part) => part.startsWith(word))) {
    return 75;
  }

  if (name.includes(word)) {
    return 60;
  }

  return scattered(name.replaceAll(' ', ''), word);
}

/** Letters in this order with gaps, such as "bnorm" in "batchnorm"; the fewer gaps the better. The first letter must be the name's. */
function scattered(name: string, word: string): number {
  if (word.length < 3 || name[0] !== word[0]) {
    return 0;
  }

  let at = 0;
  let gaps = 0;
  for (const letter of word) {
    const next = name.indexOf(letter, at);
    if (next < 0) {
      return 0;
    }

    gaps += next - at;
    at = next + 1;
  }

  return Math.max(0, 40 - gaps * 3);
}

const normal = (text: string): string => text.toLowerCase().replace(/[\s_\-–/()（）]+/g, ' ').trim();

import { curvePicture, type Stroke } from './curves';

const line = (d: string): Stroke => ({ d });
const soft = (d: string): Stroke => ({ d, soft: true });
const solid = (d: string): Stroke => ({ d, fill: true });

const box = (x: number, y: number, width: number, height = width): string => `M${x} ${y}h${width}v${height}h${-width}z`;
const dot = (x: number, y: number, r: number): string => `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
const frame = box(3, 3, 18);
const thirds = 'M9 3V21M15 3V21M3 9H21M3 15H21';
const bars = (...heights: readonly number[]): string => heights.map((h, i) => `M${5 + i * 4.6} 20V${20 - h}`).join('');

/** What stands for a family where a kind has no picture of its own, and beside the family's name. */
const families: Readonly<Record<string, readonly Stroke[]>> = {
  Inputs: [line('M4 12H15M11 8L15 12L11 16'), line('M15 4H20V20H15')],
  Linear: [soft('M6 6L18 8M6 6L18 16M6 12L18 8M6 12L18 16M6 18L18 8M6 18L18 16'), solid([dot(6, 6, 2), dot(6, 12, 2), dot(6, 18, 2), dot(18, 8, 2), dot(18, 16, 2)].join(''))],
  Convolution: [soft(`${frame}${thirds}`), line(box(3, 3, 12)), solid(dot(9, 9, 1.6))],
  Pooling: [soft(`${frame}M12 3V21M3 12H21`), solid(box(6, 6, 3)), solid(box(15, 6, 3)), solid(box(6, 15, 3)), solid(box(15, 15, 3))],
  Normalization: [soft('M3 20H21'), line('M3 19C8 19 9 5 12 5S16 19 21 19')],
  Regularization: [solid([dot(6, 6, 2), dot(12, 12, 2), dot(18, 6, 2), dot(6, 18, 2)].join('')), line('M16 16L20 20M20 16L16 20'), soft(`${dot(12, 5, 1.6)}${dot(18, 12, 1.6)}`)],
  Recurrent: [line('M19 12A7 7 0 1 1 15.5 6'), line('M12 5.5L16 6L14.5 10')],
  Attention: [soft('M5 19V15M12 19V15M19 19V15'), line('M5 15C5 4 19 4 19 15M5 15C5 9 12 9 12 15'), solid([dot(5, 19, 2), dot(12, 19, 2), dot(19, 19, 2)].join(''))],
  Activation: [soft('M3 15H21M12 3V21'), line('M3 15H12L20 4')],
  Shaping: [line('M4 7H11V17H4zM15 4H20V20H15z'), soft('M11.5 12H14.5')],
  Math: [line('M5 8H11M8 5V11M14 8H20M5 14L11 20M11 14L5 20M14 15.5H20M14 18.5H20')],
  Groups: [line('M7 3H20V16'), line(box(3, 8, 13)), soft('M7 14.5H12')],
  Loss: [soft(dot(12, 12, 9)), line(dot(12, 12, 5)), solid(dot(12, 12, 1.8))],
  Training: [soft('M3 6C8 6 7 19 12 19S16 6 21 6'), line('M5 8L9 16'), solid(dot(12, 18, 2.4))],
  Results: [soft('M3 21H21'), line(bars(6, 11, 8, 15))],
};

const symbol = (d: string): readonly Stroke[] => [soft(dot(12, 12, 9)), line(d)];
const table = `${box(3, 5, 18, 14)}M3 10H21M9 5V19M15 5V19`;
const contour = (path: string): readonly Stroke[] => [soft(`M3 12A9 6 0 1 0 21 12A9 6 0 1 0 3 12M7 12A5 3 0 1 0 17 12A5 3 0 1 0 7 12`), line(path), solid(dot(12, 12, 1.7))];

/** Pictures of kinds that their family's picture would not tell apart. */
const kinds: Readonly<Record<string, readonly Stroke[]>> = {
  NumberInput: [soft(table), line('M5 7.5H7M11 7.5H13M17 7.5H19M5 14.5H7M11 14.5H13M17 14.5H19')],
  CategoryInput: [line('M4 6H9M4 12H9M4 18H9'), solid([dot(15, 6, 2), dot(18, 12, 2), dot(14, 18, 2)].join('')), soft('M11 6H20M11 12H20M11 18H20')],
  PictureInput: [line(box(3, 4, 18, 16)), solid(dot(8, 9, 1.8)), line('M4 18L10 12L14 16L17 13L20 16')],
  TextInput: [line('M4 6H20M4 12H16M4 18H18')],
  SeriesInput: [soft('M3 4V20H21'), line('M4 16L8 11L11 14L15 6L20 10')],
  Noise: [solid([dot(5, 7, 1.2), dot(9, 15, 1.2), dot(12, 5, 1.2), dot(14, 11, 1.2), dot(17, 17, 1.2), dot(19, 7, 1.2), dot(6, 19, 1.2), dot(11, 20, 1.2), dot(5, 12, 1.2)].join(''))],
  Constant: symbol('M10 9L12.5 7V17M10 17H15'),
  Target: [soft(dot(12, 12, 9)), line(dot(12, 12, 5.2)), solid(dot(12, 12, 1.8)), line('M12 1.5V5M12 19V22.5M1.5 12H5M19 12H22.5')],
  EmbeddingBag: [line(box(3, 4, 4, 16)), soft('M3 8H7M3 12H7M3 16H7'), line('M8 6L13 12M8 12H13M8 18L13 12M14 12H16'), solid(box(17, 8, 3.5, 8))],
  Embedding: [line(box(3, 4, 4, 16)), soft('M3 8H7M3 12H7M3 16H7'), line('M8 12H12'), solid(box(13, 10, 2.2, 4) + box(16.2, 7, 2.2, 10) + box(19.4, 11, 2.2, 2))],
  Conv1d: [soft(`${box(2, 9, 20, 6)}M7 9V15M12 9V15M17 9V15`), line(box(2, 9, 10, 6)), solid(dot(7, 12, 1.5))],
  ConvTranspose1d: [soft(box(7, 4, 10, 5)), line(`${box(2, 15, 20, 5)}M9 10L6 13.5M15 10L18 13.5`)],
  ConvTranspose2d: [soft(box(3, 3, 7)), line(`${box(11, 11, 10)}M8 8L11 11M3 10L11 21M10 3L21 11`)],
  MaxPool1d: [soft(`${box(2, 9, 20, 6)}M12 9V15`), solid(box(8, 10, 3, 4) + box(13, 10, 3, 4))],
  AvgPool1d: [soft(`${box(2, 9, 20, 6)}M12 9V15`), line('M4 12H10M14 12H20')],
  AdaptiveAvgPool1d: [soft(box(2, 9, 20, 6)), line('M4 12H20'), solid(dot(12, 12, 2))],
  MaxPool2d: [soft(`${frame}M12 3V21M3 12H21`), solid(box(7, 4, 4) + box(13, 7, 4) + box(4, 16, 4) + box(16, 13, 4))],
  AvgPool2d: [soft(`${frame}M12 3V21M3 12H21`), line('M5 7.5H10M14 7.5H19M5 16.5H10M14 16.5H19')],
  AdaptiveAvgPool2d: [soft(frame), line('M5 5L10 10M19 5L14 10M5 19L10 14M19 19L14 14'), solid(dot(12, 12, 1.8))],
  LayerNorm: [soft('M3 6H21M3 18H21'), line('M3 16C8 16 9 7 12 7S16 16 21 16')],
  GroupNorm: [soft('M12 3V21'), line('M3 18C6 18 5 7 7.5 7S9 18 12 18M12 18C15 18 14 7 16.5 7S18 18 21 18')],
  RMSNorm: [soft('M3 12H21'), line('M3 12C5 3 8 3 10 12S15 21 17 12S20 6 21 8')],
  Dropout2d: [line(box(3, 3, 7)), line(box(14, 14, 7)), soft(`${box(14, 3, 7)}${box(3, 14, 7)}`), line('M15.5 4.5L19.5 8.5M19.5 4.5L15.5 8.5')],
  LSTM: [line(box(4, 7, 16, 10)), soft('M1.5 10H22.5M1.5 14H22.5'), line('M8 10.5V13.5M12 10.5V13.5M16 10.5V13.5')],
  GRU: [line(box(4, 7, 16, 10)), soft('M1.5 12H22.5'), line('M9 10V14M15 10V14')],
  PositionalEmbedding: [soft('M3 19H21'), line('M6 19V14M12 19V9M18 19V5'), solid(dot(6, 14, 1.6) + dot(12, 9, 1.6) + dot(18, 5, 1.6))],
  SinusoidalEncoding: [line('M2 12C4.5 3 7 3 9.5 12S14.5 21 17 12S20 6 22 7'), soft('M2 12C5 7 9 7 12 12S19 17 22 12')],
  PaddingMask: [line(box(2, 9, 12, 6)), soft(box(14, 9, 8, 6)), line('M15 10L21 14M21 10L15 14'), soft('M6 9V15M10 9V15')],
  Softmax: [soft('M3 21H21'), line(bars(4, 14, 7, 3))],
  LogSoftmax: [soft('M3 4H21'), line('M5 5V13M9.6 5V8M14.2 5V11M18.8 5V17')],
  Flatten: [soft(`${box(3, 3, 8)}M7 3V11M3 7H11`), line('M12 13L15 16M12 16H15V13'), line(box(2, 17, 20, 4)), soft('M7 17V21M12 17V21M17 17V21')],
  Unflatten: [soft(box(2, 3, 20, 4)), line('M9 9L12 12L15 9'), line(`${box(7, 14, 8)}M11 14V22M7 18H15`)],
  Reshape: [line(box(3, 8, 6, 12)), line(box(12, 12, 10, 7)), soft('M7 5C10 2 15 3 17 8')],
  Permute: [line('M4 8H19M16 5L19 8L16 11M20 16H5M8 13L5 16L8 19')],
  Pad: [soft(frame), line(box(7.5, 7.5, 9))],
  Select: [soft(`${frame}${thirds}`), solid(box(9.5, 3.5, 5, 17))],
  Upsample: [line(box(3, 14, 7)), soft(box(3, 3, 18)), line('M12 12L18 6M13.5 6H18V10.5')],
  Add: symbol('M12 7V17M7 12H17'),
  Subtract: symbol('M7 12H17'),
  Multiply: symbol('M8.5 8.5L15.5 15.5M15.5 8.5L8.5 15.5'),
  MatMul: [line('M6 4H3V20H6M18 4H21V20H18'), line('M9 9L15 15M15 9L9 15')],
  Concatenate: [line(box(3, 4, 18, 5)), line(box(3, 9.5, 18, 5)), soft(box(3, 15, 18, 5))],
  Sum: symbol('M15.5 8H9L13 12L9 16H15.5'),
  Mean: symbol('M8.5 7H15.5M9 17L12 10.5L15 17'),
  Max: [soft('M3 21H21'), line(bars(5, 16, 9, 7)), soft('M3 4H21')],
  Abs: symbol('M9 7V17M15 7V17'),
  Square: symbol('M8 16L12 10M12 16L8 10M13.5 8.5C13.5 6.5 16 6.5 16 8.2L13.5 11H16.2'),
  Exp: [soft('M3 21H21'), line('M3 19C11 19 15 15 19 3')],
  Log: [soft('M4 3V21'), line('M4.5 21C5 11 9 6 21 5')],
  Clamp: [soft('M3 5H21M3 19H21'), line('M3 19H8L16 5H21')],
  Scale: [soft('M3 21L21 17'), line('M3 21L19 4M14 4H19V9')],
  Reparameterize: [soft('M3 20H21M12 20V5'), line('M3 19C8 19 9 5 12 5S16 19 21 19'), solid(dot(15.5, 11, 2))],
  GroupInput: [line('M3 12H13M9.5 8.5L13 12L9.5 15.5'), line('M13 5H20V19H13')],
  GroupOutput: [line('M4 5H11V19H4'), line('M11 12H21M17.5 8.5L21 12L17.5 15.5')],
  SGD: contour('M3.5 6L7.5 15L9.5 9L12 12'),
  Adam: contour('M3.5 6C5 11 8 13.5 12 12'),
  AdamW: contour('M3.5 6C5 11 8 13.5 12 12M17 4L18.5 8L20 5.5L21.5 8L23 4'),
  Trainer: [soft(dot(12, 12, 9)), solid('M10 8L16.5 12L10 16z')],
  Output: [line('M3 12H14M10.5 8.5L14 12L10.5 15.5'), solid(dot(18.5, 12, 3))],
  RegressionMetrics: [soft('M4 3V20H21'), line('M5 19L20 4'), solid(dot(8, 13, 1.3) + dot(12, 14, 1.3) + dot(14, 8, 1.3) + dot(18, 8.5, 1.3))],
  ClassificationMetrics: [soft(`${frame}M12 3V21M3 12H21`), solid(box(4, 4, 7) + box(13, 13, 7))],
  PerplexityMetrics: [line('M4 6H13M4 11H10M4 16H12'), soft('M16 5V20M20 9V20')],
  AnomalyMetrics: [solid([dot(6, 15, 1.5), dot(9, 18, 1.5), dot(10, 13, 1.5), dot(6.5, 19.5, 1.3)].join('')), line(dot(17, 7, 3.5))],
};

/** Names of the families that have a picture. */
export const familyNames: readonly string[] = Object.keys(families);

/** Kinds with a picture of their own. */
export const ownKinds: readonly string[] = Object.keys(kinds);

/** The picture of a kind or preset. */
export const pictureOf = (kind: string, family: string): readonly Stroke[] => kinds[kind] ?? curvePicture(kind) ?? familyPicture(family);

/** The picture of a family. */
export const familyPicture = (family: string): readonly Stroke[] => families[family] ?? families['Math']!;

/** How much people reach for a kind: up to 10 for the ones they need first, 0 for most. */
export function popularity(id: string): number {
  const order = [
    'Linear', 'ReLU', 'Conv2d', 'MaxPool2d', 'Flatten', 'Dropout', 'CrossEntropyLoss', 'MSELoss', 'BCEWithLogitsLoss', 'Adam', 'AdamW',
    'SGD', 'LSTM', 'Embedding', 'BatchNorm2d', 'BatchNorm1d', 'GRU', 'Add', 'Concatenate', 'Output', 'GELU', 'Tanh', 'Sigmoid',
    'AvgPool2d', 'ClassificationMetrics', 'RegressionMetrics', 'L1Loss', 'MultiheadAttention', 'LayerNorm', 'CosineAnnealingLR', 'StepLR',
  ];
  const place = order.indexOf(id);
  return place < 0 ? 0 : 10 - place * 0.3;
}

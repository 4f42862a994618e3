export type Language = 'en' | 'zh';

const texts = {
  loss: { en: 'Loss', zh: '损失' },
  lossHelp: { en: 'the error that training makes smaller', zh: '训练要减小的误差' },
  score: { en: 'Score on validation samples', zh: '验证样本上的指标' },
  training: { en: 'Training', zh: '训练' },
  validation: { en: 'Validation', zh: '验证' },
  epoch: { en: 'Epoch', zh: '轮次' },
  smoothing: { en: 'Smoothing', zh: '平滑' },
  logarithmic: { en: 'Log scale', zh: '对数坐标' },
  wholeView: { en: 'Show all', zh: '显示全部' },
  zoomHint: { en: 'Drag across a chart to zoom in, double-click to see all again.', zh: '在图上拖动可以放大，双击恢复全部显示。' },
  epochOf: { en: 'Epoch {0} of {1}', zh: '第 {0} 轮，共 {1} 轮' },
  batchOf: { en: 'batch {0} of {1}', zh: '第 {0} 批，共 {1} 批' },
  speed: { en: '{0} samples a second', zh: '每秒 {0} 个样本' },
  left: { en: '{0} left', zh: '剩余 {0}' },
  queued: { en: 'Waiting for its turn', zh: '等待中' },
  preparing: { en: 'Reading the data and building the model …', zh: '正在读取数据并搭建模型……' },
  paused: { en: 'Paused', zh: '已暂停' },
  stopping: { en: 'Stopping and keeping the best model …', zh: '正在停止并保留最佳模型……' },
  scoring: {
    en: 'The model is saved. Measuring how good it is: {0} of {1} samples',
    zh: '模型已保存，正在评估效果：已完成 {0} / {1} 个样本',
  },
  doneNone: { en: 'No epoch was completed', zh: '未完成任何一轮' },
  doneOne: { en: '1 epoch trained', zh: '已训练 1 轮' },
  done: { en: '{0} epochs trained', zh: '已训练 {0} 轮' },
  notYet: { en: 'The curves appear here as soon as the first batch is done.', zh: '完成第一批后，曲线会显示在这里。' },
  noCurve: { en: 'It ended before there was anything to draw.', zh: '在画出曲线之前就结束了。' },
  lost: { en: 'The connection is interrupted; the training goes on. The curves catch up by themselves.', zh: '连接已中断，训练仍在继续，恢复后曲线会自动补上。' },
  rateChanged: { en: 'learning rate {0} → {1}', zh: '学习率 {0} → {1}' },
  scoreIs: { en: '{0}: {1}', zh: '{0}：{1}' },
  scoreOf: { en: '{0} {1} {2}', zh: '{0}{1} {2}' },
  between: { en: ', ', zh: '，' },
  inEpoch: { en: '{0} in epoch {1}', zh: '第 {1} 轮：{0}' },
  summary: { en: '{0} after epoch {1}: {2}', zh: '第 {1} 轮后的{0}：{2}' },
} as const;

export type TextKey = keyof typeof texts;

/** A text in a language, with its gaps filled. */
export function text(key: TextKey, language: Language, ...gaps: (string | number)[]): string {
  return texts[key][language].replace(/\{(\d)\}/g, (_, index: string) => String(gaps[Number(index)]));
}

export type Language = 'en' | 'zh';

/** What the browser's part of uploading says; everything else comes from the server in the reader's language. */
export const texts = {
  tooLarge: {
    en: (limit: string) => `The file is larger than ${limit}, the limit for one file. Upload a part of the data; a few thousand rows or pictures are plenty for a start.`,
    zh: (limit: string) => `文件超过单个文件的上限 ${limit}。请上传其中一部分数据；起步时几千行或几千张图片就足够了。`,
  },
  folder: {
    en: 'This is a folder. Zip it first (one sub-folder for each class) and drop the zip here.',
    zh: '这是一个文件夹。请先压缩成 zip（每个类别一个子文件夹），再拖到这里。',
  },
  connection: {
    en: 'The connection broke before the file had arrived. Nothing was stored; check the connection and try again.',
    zh: '文件传完之前连接中断了。没有保存任何内容，请检查网络后重试。',
  },
  server: {
    en: 'The server could not take the file. Nothing was stored; try again in a moment.',
    zh: '服务器暂时无法接收文件。没有保存任何内容，请稍后重试。',
  },
} as const;

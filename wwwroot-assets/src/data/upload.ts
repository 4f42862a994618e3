import { readProblem } from '../shell/problem';
import { texts, type Language } from './texts';

/** What the server answers when a file is in a project. */
export interface UploadedFile {
  projectId: string;
  dataSet: string;
  file: string;
}

export interface UploadSettings {
  /** The project that gets the file; null makes a project of it. */
  projectId: string | null;
  /** The data set whose file is replaced. */
  replace: string | null;
  /** Bytes that one file may have, and the same in words. */
  limit: number;
  limitWords: string;
  language: Language;
}

/** A refusal in words that a person can act on. */
export class UploadRefused extends Error {}

/** The address that takes a file. */
export function addressOf(settings: UploadSettings, name: string): string {
  const query = new URLSearchParams({ name });
  if (settings.replace !== null) query.set('replace', settings.replace);
  const path = settings.projectId === null ? 'from-file' : `${encodeURIComponent(settings.projectId)}/files`;
  return `/api/projects/${path}?${query.toString()}`;
}

/** Sends one file as the raw body of a request and says how far it is, from 0 to 1. */
export function upload(file: File, settings: UploadSettings, progress: (share: number) => void, stop: AbortSignal): Promise<UploadedFile> {
  if (file.size > settings.limit) return Promise.reject(new UploadRefused(texts.tooLarge[settings.language](settings.limitWords)));
  return send(file, settings, progress, stop);
}

function send(file: File, settings: UploadSettings, progress: (share: number) => void, stop: AbortSignal): Promise<UploadedFile> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', addressOf(settings, file.name));
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.upload.onprogress = (event) => progress(event.lengthComputable && event.total > 0 ? event.loaded / event.total : 0);
    request.onload = () => {
      const arrived = request.status === 201 ? read(request.responseText) : null;
      if (arrived !== null) resolve(arrived);
      else reject(new UploadRefused(readProblem(request.responseText).detail ?? texts.server[settings.language]));
    };
    request.onerror = () => reject(new UploadRefused(texts.connection[settings.language]));
    request.onabort = () => reject(new DOMException('stopped', 'AbortError'));
    stop.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}

function read(text: string): UploadedFile | null {
  try {
    return JSON.parse(text) as UploadedFile;
  } catch {
    return null;
  }
}

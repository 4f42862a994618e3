import { texts } from './texts';
import { upload, UploadRefused, type UploadedFile, type UploadSettings } from './upload';

/** The component on the server that shows how the upload goes. */
export interface DropZoneOwner {
  invokeMethodAsync(method: 'Began' | 'Progressed' | 'Arrived' | 'Failed', ...values: unknown[]): Promise<unknown>;
}

/** Milliseconds between two messages about progress: the circuit is not for streams. */
const CALM = 150;

/** Makes an element take files, dropped onto it or chosen with the file input inside it. */
export function attach(element: HTMLElement, owner: DropZoneOwner, settings: UploadSettings): DropZone {
  return new DropZone(element, owner, settings);
}

export class DropZone {
  private readonly gone = new AbortController();
  private running: AbortController | null = null;

  constructor(
    private readonly element: HTMLElement,
    private readonly owner: DropZoneOwner,
    private settings: UploadSettings,
  ) {
    const signal = this.gone.signal;
    element.addEventListener('dragover', (event) => this.over(event), { signal });
    element.addEventListener('dragleave', () => element.classList.remove('over'), { signal });
    element.addEventListener('drop', (event) => this.dropped(event), { signal });
    element.addEventListener('change', (event) => this.chosen(event), { signal });
    this.takeEarly();
  }

  /** Somebody may have chosen a file while this script was still on its way. */
  private takeEarly(): void {
    const input = this.element.querySelector<HTMLInputElement>('input[type=file]');
    if (input !== null) this.takeFrom(input);
  }

  /** The language or the project has changed. */
  update(settings: UploadSettings): void {
    this.settings = settings;
  }

  /** Stops the upload that is under way. */
  stop(): void {
    this.running?.abort();
  }

  dispose(): void {
    this.stop();
    this.gone.abort();
  }

  /** Sends files one after the other; labels come after the pictures that they belong to. */
  async take(files: File[]): Promise<void> {
    if (files.length === 0 || this.running !== null) return;
    const running = (this.running = new AbortController());
    try {
      let last: UploadedFile | null = null;
      for (const file of inOrder(files)) {
        await this.owner.invokeMethodAsync('Began', file.name, file.size);
        const projectId: string | null = last?.projectId ?? this.settings.projectId;
        last = await upload(file, { ...this.settings, projectId }, calm((share) => void this.owner.invokeMethodAsync('Progressed', share)), running.signal);
      }
      if (last !== null) await this.owner.invokeMethodAsync('Arrived', last);
    } catch (error) {
      const message = error instanceof UploadRefused ? error.message : running.signal.aborted ? null : texts.server[this.settings.language];
      await this.owner.invokeMethodAsync('Failed', message);
    } finally {
      this.running = null;
    }
  }

  private over(event: DragEvent): void {
    if (event.dataTransfer?.types.includes('Files')) {
      event.preventDefault();
      this.element.classList.add('over');
    }
  }

  private dropped(event: DragEvent): void {
    event.preventDefault();
    this.element.classList.remove('over');
    const items = [...(event.dataTransfer?.items ?? [])];
    if (items.some((item) => item.webkitGetAsEntry?.()?.isDirectory)) {
      void this.owner.invokeMethodAsync('Failed', texts.folder[this.settings.language]);
      return;
    }
    void this.take([...(event.dataTransfer?.files ?? [])]);
  }

  private chosen(event: Event): void {
    this.takeFrom(event.target as HTMLInputElement);
  }

  private takeFrom(input: HTMLInputElement): void {
    const files = [...(input.files ?? [])];
    input.value = '';
    void this.take(files);
  }
}

function inOrder(files: File[]): File[] {
  return [...files].sort((a, b) => Number(/label/i.test(a.name)) - Number(/label/i.test(b.name)));
}

/** Lets a callback through now and then, and always with the end. */
function calm(report: (share: number) => void): (share: number) => void {
  let last = 0;
  return (share) => {
    const now = performance.now();
    if (share >= 1 || now - last >= CALM) {
      last = now;
      report(share);
    }
  };
}

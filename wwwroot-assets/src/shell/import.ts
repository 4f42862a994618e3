/** Sends a project file to the server as it is: the page's own line is not made for large things. */

export interface ImportReceiver {
  invokeMethodAsync(method: 'Progress', part: number): Promise<void>;
  invokeMethodAsync(method: 'Answer', status: number, body: string): Promise<void>;
}

const reportEvery = 200;

/** Where the page was left before this script arrived, there is no input any more. */
export function watchImport(input: HTMLInputElement | null, receiver: ImportReceiver): void {
  if (!input) return;
  const take = (): void => {
    const file = input.files?.[0];
    if (file) {
      send(file, receiver);
      // The same file may be chosen again.
      input.value = '';
    }
  };
  input.addEventListener('change', take);
  // Somebody may have chosen a file while this script was still on its way.
  take();
}

function send(file: File, receiver: ImportReceiver): void {
  const request = new XMLHttpRequest();
  let reported = 0;
  const report = (part: number) => {
    if (performance.now() - reported > reportEvery) {
      reported = performance.now();
      void receiver.invokeMethodAsync('Progress', part);
    }
  };
  request.open('POST', '/api/projects/import');
  request.setRequestHeader('Content-Type', 'application/octet-stream');
  request.upload.addEventListener('progress', (event) => report(event.total > 0 ? event.loaded / event.total : 0));
  request.addEventListener('loadend', () => void receiver.invokeMethodAsync('Answer', request.status, request.responseText.slice(0, 4000)));
  report(0);
  request.send(file);
}

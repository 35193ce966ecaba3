type Refusal = { message?: string; data?: { error?: string } };
type Chosen = { file: File; input: Record<string, string>; signal: AbortSignal; pausing: Pausing; onProgress: (percent: number) => void; onBreak: () => void };

/** A wish to wait: `now` is given up while it lasts, and `over` tells when it ended. */
type Pausing = { now: AbortController; wanted: boolean; over: Promise<void> };

/** Sends a chosen file at once, says politely how far it is, goes on after a cut, and can be stopped. */
export default function fileUpload(box: HTMLElement): void {
  const chooser = box.querySelector<HTMLInputElement>('input[type=file]');
  const progress = box.querySelector('progress');
  const status = box.querySelector<HTMLElement>('[role=status]');
  const cancel = box.querySelector<HTMLButtonElement>('[data-cancel]');
  const halt = box.querySelector<HTMLButtonElement>('button[data-pause]');
  const camera = box.querySelector<HTMLButtonElement>('[data-camera]');
  const send = chooser?.form?.querySelector<HTMLButtonElement>('button:not([type=button]):not([name])');
  if (!chooser || !progress || !status || !cancel) return;
  const words = box.dataset;
  let stop = new AbortController();
  let said = -1;
  let goOn: () => void = () => undefined;
  const pausing: Pausing = { now: new AbortController(), wanted: false, over: Promise.resolve() };

  function say(text: string | undefined, tone: 'hint' | 'error' = 'hint') {
    if (!status) return;
    status.className = tone;
    status.textContent = text ?? '';
  }

  function show(percent: number) {
    if (!progress) return;
    progress.value = percent;
    // A voice that reads every step would talk all the time; quarters are enough.
    const quarter = Math.floor(percent / 25) * 25;
    if (quarter !== said) say(`${words.uploading} ${(said = quarter)} %`);
  }

  function busy(yes: boolean) {
    if (!progress || !cancel || !chooser) return;
    const hadFocus = document.activeElement === cancel || document.activeElement === halt;
    progress.hidden = !yes;
    cancel.hidden = !yes;
    if (halt) halt.hidden = !yes;
    if (camera) camera.hidden = yes || !hasCamera;
    chooser.disabled = yes;
    if (yes) cancel.focus();
    else if (hadFocus || document.activeElement === document.body) chooser.focus();
  }

  async function upload(file: File) {
    stop = new AbortController();
    said = -1;
    if (pausing.wanted) turn();
    busy(true);
    show(0);
    try {
      const input = { purpose: words.purpose ?? '', subjectId: words.subject ?? '', lang: words.lang ?? 'pl' };
      await sendAll({ file, input, signal: stop.signal, pausing, onProgress: show, onBreak: () => ((said = -1), say(words.waiting)) });
      say(`${words.ready}: ${file.name}`);
      await refreshList();
    } catch (error) {
      const { data, message } = error as Refusal;
      if (stop.signal.aborted) say(words.cancelled);
      else say(data?.error ?? (error instanceof Refused ? message : undefined) ?? words.refused, 'error');
    } finally {
      busy(false);
      if (chooser) chooser.value = '';
    }
  }

  /** The list on the page is the server's own, asked for anew. */
  async function refreshList() {
    const answer = await fetch(location.href, { headers: { accept: 'text/html' } }).catch(() => null);
    if (!answer?.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const at = `[data-files="${words.subject}"]`;
    const fresh = page.querySelector(at);
    if (fresh) document.querySelector(at)?.replaceWith(document.adoptNode(fresh));
  }

  const begin = () => {
    const file = chooser.files?.[0];
    if (file) void upload(file);
  };
  if (send) send.hidden = true;
  chooser.addEventListener('change', begin);
  /** Pause and resume are one button, so that the hand stays where it is. */
  function turn() {
    pausing.wanted = !pausing.wanted;
    if (halt) halt.textContent = (pausing.wanted ? words.resume : words.pause) ?? '';
    if (!pausing.wanted) return goOn();
    pausing.over = new Promise((resolve) => (goOn = resolve));
    pausing.now.abort();
    say(words.paused);
  }
  halt?.addEventListener('click', turn);
  cancel.addEventListener('click', () => {
    stop.abort();
    goOn();
  });
  if (camera) camera.hidden = !hasCamera;
  camera?.addEventListener('click', () => {
    const kinds = chooser.accept;
    chooser.accept = 'image/jpeg,image/png';
    chooser.setAttribute('capture', 'environment');
    chooser.click();
    chooser.removeAttribute('capture');
    chooser.accept = kinds;
  });
  // A file half sent is lost with the page, so the browser asks first.
  addEventListener('beforeunload', (event) => {
    if (!progress.hidden) event.preventDefault();
  });
  // A quick hand has chosen before this began to listen.
  begin();
}

/** A camera to photograph a paper with is in the hand of whoever points with a finger. */
const hasCamera = matchMedia('(pointer: coarse)').matches;

/** A quarter of an hour without the network, and the person is told. */
const mostTries = 60;

/** The server has said no before a byte was sent; its sentence is the message. */
class Refused extends Error {}

async function sendAll({ file, input, signal, pausing, onProgress, onBreak }: Chosen): Promise<void> {
  const { genUploader } = await import('uploadthing/client');
  // The signed address is kept, so that another try goes on where the first broke off.
  let announced: Response | undefined;
  let refusal: Refused | undefined;
  const { uploadFiles } = genUploader({
    fetch: async (address, init) => {
      if (init?.method !== 'POST') return fetch(address as RequestInfo, init as RequestInit);
      if (announced) return announced.clone();
      const answer = await fetch(address as RequestInfo, { ...(init as RequestInit), signal });
      if (answer.ok) announced = answer.clone();
      else if (answer.status < 500) refusal = new Refused(await sentenceOf(answer.clone()));
      return answer;
    },
  });
  for (let tries = 0; ; tries += 1) {
    let failure: Refusal;
    pausing.now = new AbortController();
    try {
      await uploadFiles('attachment' as never, {
        files: [file], input, signal: AbortSignal.any([signal, pausing.now.signal]),
        onUploadProgress: ({ progress }: { progress: number }) => onProgress(Math.min(100, progress)),
      } as never);
      return;
    } catch (error) {
      failure = refusal ?? (error as Refusal);
    }
    if (pausing.wanted && !refusal && !signal.aborted) {
      await pausing.over;
      tries = -1;
      if (signal.aborted) throw failure;
      continue;
    }
    if (refusal || signal.aborted || failure.data?.error || tries >= mostTries) throw failure;
    onBreak();
    await pause(Math.min(1000 * 2 ** tries, 15_000), signal);
  }
}

async function sentenceOf(answer: Response): Promise<string | undefined> {
  const { message } = (await answer.json().catch(() => ({}))) as Refusal;
  return message;
}

/** Waits, but not longer than until the network is back or the person stops. */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const go = () => resolve();
    setTimeout(go, milliseconds);
    addEventListener('online', go, { once: true });
    signal.addEventListener('abort', go, { once: true });
  });
}

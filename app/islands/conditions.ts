/** Hides a question until the answer it hangs on is given; the server asks the same way, so nothing hidden is ever required. */
export default function conditions(box: HTMLElement): void {
  const questions = [...box.querySelectorAll<HTMLElement>('[data-question]')];
  const answerOf = (key: string | undefined) =>
    questions.find(({ dataset }) => dataset.question === key)?.querySelector<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>('select, textarea, input:not([type=hidden])')?.value ?? '';
  const draw = () => {
    const asked = new Set<string | undefined>();
    for (const question of questions) {
      const { onlyIf, answer, question: key } = question.dataset;
      question.hidden = onlyIf !== undefined && !(asked.has(onlyIf) && answerOf(onlyIf).trim() === answer);
      if (!question.hidden) asked.add(key);
    }
  };
  // With the script the condition shows itself; the sentence is for those without it.
  for (const sentence of box.querySelectorAll<HTMLElement>('[data-when]')) sentence.hidden = true;
  box.addEventListener('input', draw);
  box.addEventListener('change', draw);
  draw();
}

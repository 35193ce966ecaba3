/** After a refusal the reader starts at the list of what to correct. */
export default function errorSummary(summary: HTMLElement): void {
  summary.focus();
}

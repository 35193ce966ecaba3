import { setTimeout as wait } from 'node:timers/promises';
import type { RegisterProvider } from './provider.server';
import { recordedAnswers } from './recorded';

/** Answers recorded once, for a demo and for work without a network; some of them fail as the register does. */
export function offlineProvider({ patience = 5000 }: { patience?: number } = {}): RegisterProvider {
  return async (krs) => {
    const answer = recordedAnswers.get(krs);
    if (answer === 'slow') await wait(patience);
    if (answer === 'slow' || answer === 'down') throw new Error('the register does not answer');
    return answer;
  };
}

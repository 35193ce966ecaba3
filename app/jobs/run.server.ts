import { join } from 'node:path';
import type { Database } from '#db/open.server';
import { system } from '~/access/actor';
import type { Context } from '~/access/context';
import type { Config } from '~/http/config.server';
import { faultForLog, writeLine } from '~/http/request-log';
import { remindOfCorrections } from '~/modules/applications/correction.server';
import { clamd, type Scanner } from '~/modules/files/clamd.server';
import { scanFiles } from '~/modules/files/scan.server';
import { forgetUnfinished } from '~/modules/files/tidy.server';
import { sendAlerts } from '~/modules/calls/alerts.server';
import { closeDueCalls } from '~/modules/calls/commands.server';
import { closeDueConsultations } from '~/modules/consultations/commands.server';
import { closeDueComments } from '~/modules/small-grants/office.server';
import { forgetUnused } from '~/modules/organisations/bulk/imports.server';
import { finishHandOvers } from '~/modules/organisations/hand-over.server';
import { remindToConfirm } from '~/modules/organisations/lifecycle.server';
import { tellOfNewEntries } from '~/modules/organisations/saved-searches.server';
import { reaskRegister } from '~/modules/organisations/registers.server';
import { forgetProposed } from '~/modules/panels/recruitment.server';
import { remindOfAnswers as remindOfInitiativeAnswers, remindOfDrafts as remindOfInitiativeDrafts } from '~/modules/local-initiatives/reminders.server';
import { remindOfAnswers as remindOfProposalAnswers, remindOfDrafts as remindOfProposalDrafts } from '~/modules/proposals/reminders.server';
import { providerOf } from '~/modules/registers/provider.server';
import { sendDueMails, smtpCarrier } from '~/modules/notifications/send.server';

type Job = { name: string; everySeconds: number; work: () => Promise<unknown> };

/** Starts what happens without anyone asking: mails, calls and consultations that reach their end. */
export function startJobs({ db, config, now }: { db: Database; config: Config; now: () => Date }): { stop(): Promise<void> } {
  const context = (): Context => ({ db, actor: system, now: now(), lang: 'pl', origin: config.origin });
  const { smtpUrl } = config;
  const carrier = smtpUrl ? smtpCarrier(smtpUrl, config.mailFrom) : undefined;
  const jobs: Job[] = [
    { name: 'close calls', everySeconds: 5, work: () => closeDueCalls(context()) },
    { name: 'write about calls', everySeconds: 60, work: () => sendAlerts(context()) },
    { name: 'close comments on small grants', everySeconds: 10, work: () => closeDueComments(context()) },
    { name: 'ask the register again', everySeconds: 600, work: () => askAgain(context(), config) },
    { name: 'close consultations', everySeconds: 10, work: () => closeDueConsultations(context()) },
    { name: 'remind of yearly confirmation', everySeconds: 3600, work: () => remindToConfirm(context()) },
    { name: 'write about new entries', everySeconds: 3600, work: () => tellOfNewEntries(context()) },
    { name: 'remind of corrections', everySeconds: 600, work: () => remindOfCorrections(context()) },
    { name: 'remind of drafts of local initiatives', everySeconds: 3600, work: () => remindOfInitiativeDrafts(context()) },
    { name: 'remind of drafts of proposals', everySeconds: 3600, work: () => remindOfProposalDrafts(context()) },
    { name: 'remind of answers to local initiatives', everySeconds: 3600, work: () => remindOfInitiativeAnswers(context()) },
    { name: 'remind of answers to proposals', everySeconds: 3600, work: () => remindOfProposalAnswers(context()) },
    { name: 'forget unfinished uploads', everySeconds: 3600, work: () => forgetUnfinished(context(), join(config.dataDir, 'uploads')) },
    { name: 'forget unused import files', everySeconds: 3600, work: () => forgetUnused(context()) },
    { name: 'forget proposed committee members', everySeconds: 3600, work: () => forgetProposed(context()) },
    { name: 'finish hand-overs', everySeconds: 600, work: () => finishHandOvers(context()) },
  ];
  if (config.clamd) {
    const scanner = clamd(config.clamd);
    jobs.push({ name: 'look for viruses', everySeconds: 5, work: () => scan(context(), scanner, config) });
  }
  if (carrier)
    jobs.push({
      name: 'send mails',
      everySeconds: 5,
      work: async () => sendDueMails(db, { carry: await carrier, origin: config.origin, now: now(), onGivenUp: (mail) => writeLine({ level: 'error', job: 'mail given up', ...mail }) }),
    });

  const running = new Set<Promise<void>>();
  const timers = jobs.map(({ name, everySeconds, work }) => {
    let busy = false;
    return setInterval(() => {
      if (busy) return;
      busy = true;
      const run = work()
        .then(
          () => undefined,
          (error: unknown) => writeLine({ level: 'error', job: name, ...faultForLog(error) }),
        )
        .finally(() => {
          busy = false;
          running.delete(run);
        });
      running.add(run);
    }, everySeconds * 1000);
  });
  return {
    async stop() {
      for (const timer of timers) clearInterval(timer);
      await Promise.all(running);
    },
  };
}

/** Files wait while the scanner is away, but whoever runs the portal should read of it. */
async function scan(context: Context, scanner: Scanner, config: Config): Promise<void> {
  const { failed } = await scanFiles(context, scanner, join(config.dataDir, 'uploads'));
  if (failed > 0) throw new Error(`the virus scanner gave no verdict, ${failed} times`);
}

/** Silence is no fault of an entry, but whoever runs the portal should read of it. */
async function askAgain(context: Context, config: Config): Promise<void> {
  const { silent } = await reaskRegister(context, providerOf(config));
  if (silent > 0) throw new Error(`the court register gave no answer that could be read, ${silent} times`);
}

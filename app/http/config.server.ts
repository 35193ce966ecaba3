import { z } from 'zod';

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

const publicKrs = 'https://api-krs.ms.gov.pl/api/krs';

/** Whether an address can only be reached from this machine. */
export function isLoopback(origin: string): boolean {
  return loopback.has(new URL(origin).hostname);
}

function isUrl(text: string, protocols: string[]): boolean {
  return URL.canParse(text) && protocols.includes(new URL(text).protocol);
}

const wholeNumber = (from: number, to: number, sentence: string) =>
  z
    .string()
    .regex(/^\d{1,6}$/, sentence)
    .transform(Number)
    .refine((value) => value >= from && value <= to, sentence);

const address = (protocols: string[], sentence: string) =>
  z.string().refine((text) => isUrl(text, protocols), sentence);

const Environment = z.object({
  NODE_ENV: z
    .enum(['production', 'development', 'test'], 'NODE_ENV is production, development or test, or is left out.')
    .optional(),
  PORT: wholeNumber(1, 65535, 'PORT is a whole number from 1 to 65535.').optional(),
  ORIGIN: address(['http:', 'https:'], 'ORIGIN is the public address, for example https://otwarty.krakow.pl.')
    .refine((text) => !URL.canParse(text) || new URL(text).origin === text, 'ORIGIN has no path and no closing slash.')
    .optional(),
  DATABASE_URL: address(
    ['postgres:', 'postgresql:'],
    'DATABASE_URL begins with postgres://; leave it out to use SQLite in DATA_DIR.',
  ).optional(),
  DATA_DIR: z.string().optional(),
  SMTP_URL: address(
    ['smtp:', 'smtps:'],
    'SMTP_URL begins with smtp:// or smtps://; leave it out to read mails on a page of the demo.',
  ).optional(),
  MAIL_FROM: z
    .string()
    .regex(/^([^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/, 'MAIL_FROM is an e-mail address, with or without a name before it.')
    .optional(),
  UPLOADTHING_TOKEN: z
    .string()
    .regex(/^[A-Za-z0-9+/_-]{40,}=*$/, 'UPLOADTHING_TOKEN is the token copied whole from the UploadThing dashboard.')
    .optional(),
  KRS_URL: z
    .string()
    .refine(
      (text) => text === 'offline' || isUrl(text, ['https:']) || (isUrl(text, ['http:']) && isLoopback(text)),
      'KRS_URL is the address of the court register and begins with https://, or is the word offline.',
    )
    .optional(),
  CLAMD_HOST: z.string().regex(/^[A-Za-z0-9.:_-]{1,253}$/, 'CLAMD_HOST is the name or number of the machine where clamd listens; leave it out to go without a virus scanner.').optional(),
  CLAMD_PORT: wholeNumber(1, 65535, 'CLAMD_PORT is a whole number from 1 to 65535.').optional(),
  DEMO: z.enum(['on', 'off'], 'DEMO is on or off.').optional(),
  CITY_ORG_ID: z
    .string()
    .regex(/^[A-Z]{2,}-[A-Z0-9]+-[A-Za-z0-9._-]{1,60}$/, 'CITY_ORG_ID is the City\'s identifier of org-id.guide, for example PL-REGON-351554353.')
    .optional(),
  PROXIES: wholeNumber(0, 5, 'PROXIES is how many proxies stand before the portal, from 0 to 5.').optional(),
});

export type Config = {
  production: boolean;
  demo: boolean;
  port: number;
  origin: string;
  databaseUrl: string | undefined;
  dataDir: string;
  smtpUrl: string | undefined;
  mailFrom: string;
  uploadthingToken: string | undefined;
  /** Where the court register answers; the word offline for recorded answers. */
  krsUrl: string;
  /** Where the virus scanner listens; undefined where there is none. */
  clamd: { host: string; port: number } | undefined;
  proxies: number;
  /** The City's identifier of org-id.guide, under which its open data are published. */
  cityOrgId: string;
};

/** The settings of this portal cannot be used; each sentence names the one that is wrong. */
export class WrongConfig extends Error {
  constructor(readonly sentences: string[]) {
    super(sentences.join('\n'));
    this.name = 'WrongConfig';
  }
}

function whyNotProduction(settings: z.infer<typeof Environment>): string[] {
  if (settings.NODE_ENV !== 'production') return [];
  const sentences: string[] = [];
  if (!settings.ORIGIN) sentences.push('ORIGIN must be given in production: it is the address in links and mails.');
  else if (!settings.ORIGIN.startsWith('https:') && !isLoopback(settings.ORIGIN))
    sentences.push('ORIGIN must begin with https:// in production.');
  if (settings.DEMO === 'on') sentences.push('DEMO cannot be on in production: demo people have known passwords.');
  return sentences;
}

/** The settings from the environment, or all sentences on what is wrong with them at once. */
export function readConfig(env: Record<string, string | undefined>): Config {
  // An empty variable is how shells and container files leave one out.
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) throw new WrongConfig([...new Set(parsed.error.issues.map((issue) => issue.message))]);
  const settings = parsed.data;
  const wrong = whyNotProduction(settings);
  if (wrong.length > 0) throw new WrongConfig(wrong);

  const production = settings.NODE_ENV === 'production';
  const port = settings.PORT ?? 4200;
  const origin = settings.ORIGIN ?? `http://localhost:${port}`;
  return {
    production,
    demo: !production && settings.DEMO !== 'off',
    port,
    origin,
    databaseUrl: settings.DATABASE_URL,
    dataDir: settings.DATA_DIR ?? './data',
    smtpUrl: settings.SMTP_URL,
    mailFrom: settings.MAIL_FROM ?? `Open Kraków <no-reply@${new URL(origin).hostname}>`,
    uploadthingToken: settings.UPLOADTHING_TOKEN,
    krsUrl: settings.KRS_URL ?? (production ? publicKrs : 'offline'),
    clamd: settings.CLAMD_HOST ? { host: settings.CLAMD_HOST, port: settings.CLAMD_PORT ?? 3310 } : undefined,
    proxies: settings.PROXIES ?? 0,
    cityOrgId: settings.CITY_ORG_ID ?? 'PL-REGON-351554353',
  };
}

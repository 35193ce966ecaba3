import type { RuleCode } from '~/i18n/codes';

/** The programme said no: a code with a sentence in every language, and the field it belongs to. */
export class RuleViolation extends Error {
  constructor(
    readonly code: RuleCode,
    readonly field?: string,
    readonly params: Record<string, string | number> = {},
  ) {
    super(code);
    this.name = 'RuleViolation';
  }
}

/** Several refusals at once, each at its field: what a whole form or a whole offer still lacks. */
export class RuleViolations extends Error {
  constructor(readonly violations: { code: RuleCode; field?: string; params?: Record<string, string | number> }[]) {
    super(violations.map((violation) => violation.code).join(' '));
    this.name = 'RuleViolations';
  }
}

/** The actor may not do this; becomes a 403 page. */
export class Forbidden extends Error {
  constructor(action: string) {
    super(action);
    this.name = 'Forbidden';
  }
}

/** There is no such thing, or this reader may not know of it; becomes a 404 page. */
export class NotFound extends Error {
  constructor(what: string) {
    super(what);
    this.name = 'NotFound';
  }
}

/** The thing was public and is no longer; becomes a 410 page. */
export class Gone extends Error {
  constructor(what: string) {
    super(what);
    this.name = 'Gone';
  }
}

/** The row was changed by someone else since it was read; becomes a 409 page. */
export class Conflict extends Error {
  constructor(what: string) {
    super(what);
    this.name = 'Conflict';
  }
}

/** Too many attempts; becomes a 429 page. */
export class TooMany extends Error {
  constructor(readonly retryAfterSeconds: number) {
    super('too many');
    this.name = 'TooMany';
  }
}

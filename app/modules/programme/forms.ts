import { z } from 'zod';
import { day, flag, optional, text } from '~/shared/fields';

const name = () => text({ max: 200 });
export const namesForm = z.object({ pl: name(), en: name(), uk: name(), de: name(), ru: name() });
export const IndicatorForm = z.object({ area: text({ max: 40 }), names: namesForm, validFrom: day(), official: flag() });
export const RenameForm = z.object({ code: text({ max: 40 }), names: namesForm });
export const RetireForm = z.object({ code: text({ max: 40 }), validTo: optional(day()) });

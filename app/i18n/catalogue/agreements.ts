import { messages } from '../messages';

export const agreements = messages({});

import { messages } from '../messages';

export const calls = messages({});

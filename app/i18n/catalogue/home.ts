import { messages } from '../messages';

export const home = messages({});

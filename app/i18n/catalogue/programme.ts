import { messages } from '../messages';

export const programme = messages({});

import { messages } from '../messages';

export const organisations = messages({});

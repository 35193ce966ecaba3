// Writes docs/who-may-do-what.md.
import { writeFileSync } from 'node:fs';
import { whoMayDoWhat } from './who-may-do-what';

writeFileSync('docs/who-may-do-what.md', whoMayDoWhat());

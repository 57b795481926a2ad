// Writes docs/defaults.md: npx ts-node --transpile-only -P test/tsconfig.json test/peers/write-defaults.ts
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultsPage } from './defaults';

writeFileSync(join(__dirname, '../../docs/defaults.md'), defaultsPage());

import { followInCopies } from './contributing.fixture.ts'

followInCopies('add-an-indicator', 'quick')

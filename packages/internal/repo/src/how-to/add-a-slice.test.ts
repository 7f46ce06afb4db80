import { followInCopies } from './contributing.fixture.ts'

followInCopies('add-a-slice')

// zod writes code for each schema that is made from here on, which says the same of every value in less time: to be imported
// before whatever makes one. Production does without, since the code takes longer to write than a function that starts may take.
import 'zod/compile';

import 'graphiql/setup-workers/vite';
import '@graphiql/react/style.css';
import '@graphiql/plugin-doc-explorer/style.css';
import '@graphiql/plugin-history/style.css';
import 'graphiql/graphiql.css';
import './playground.css';

import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { createRoot } from 'react-dom/client';

const queries = import.meta.glob('../../examples/*.graphql', { query: '?raw', import: 'default', eager: true });
const tabs = Object.keys(queries).sort().map((path) => ({ query: queries[path] }));

createRoot(document.getElementById('playground')).render(
  <GraphiQL fetcher={createGraphiQLFetcher({ url: 'graphql' })} defaultTabs={tabs} />,
);

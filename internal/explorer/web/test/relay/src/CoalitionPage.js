// A page of one coalition, as a Relay application writes it: lists that go on and
// fragments that are fetched again by the id of their node.
import { graphql } from 'relay-runtime';

export const page = graphql`
  query CoalitionPageQuery($id: ID!) {
    node(id: $id) {
      ...CoalitionPage_header @alias
      ...CoalitionPage_meetings @alias
      ...CoalitionPage_published @alias
    }
  }
`;

// Refetchable on an interface of the schema.
export const header = graphql`
  fragment CoalitionPage_header on Entity @refetchable(queryName: "CoalitionPageHeaderQuery") {
    name
    edgeCounts {
      type
      direction
      count
    }
  }
`;

// A list that goes on, on an interface, with arguments and the edges' own fields.
export const meetings = graphql`
  fragment CoalitionPage_meetings on Actor
  @refetchable(queryName: "CoalitionPageMeetingsQuery")
  @argumentDefinitions(count: { type: "Int", defaultValue: 10 }, cursor: { type: "String" }, roles: { type: "[ParticipantRole!]" }) {
    meetings(first: $count, after: $cursor, roles: $roles) @connection(key: "CoalitionPage_meetings") {
      edges {
        relation {
          role
          evidence(first: 1) {
            nodes {
              match
            }
          }
        }
        node {
          name
          ...CoalitionPage_meeting
        }
      }
    }
  }
`;

// A list that goes on in both directions, on a type.
export const published = graphql`
  fragment CoalitionPage_published on Coalition
  @refetchable(queryName: "CoalitionPagePublishedQuery")
  @argumentDefinitions(first: { type: "Int" }, after: { type: "String" }, last: { type: "Int" }, before: { type: "String" }) {
    published(first: $first, after: $after, last: $last, before: $before) @connection(key: "CoalitionPage_published") {
      edges {
        node {
          url
        }
      }
    }
  }
`;

export const meeting = graphql`
  fragment CoalitionPage_meeting on Meeting @refetchable(queryName: "CoalitionPageMeetingQuery") {
    date {
      latest
    }
    places(first: 3) {
      nodes {
        name
      }
    }
  }
`;

// Lists at the root of a query.
export const list = graphql`
  fragment CoalitionPage_people on Query
  @refetchable(queryName: "CoalitionPagePeopleQuery")
  @argumentDefinitions(count: { type: "Int", defaultValue: 20 }, cursor: { type: "String" }, filter: { type: "PersonFilter" }) {
    people(first: $count, after: $cursor, filter: $filter) @connection(key: "CoalitionPage_people") {
      edges {
        node {
          name
        }
      }
    }
  }
`;

export const found = graphql`
  fragment CoalitionPage_found on Query
  @refetchable(queryName: "CoalitionPageFoundQuery")
  @argumentDefinitions(text: { type: "String!" }, count: { type: "Int", defaultValue: 20 }, cursor: { type: "String" }) {
    search(query: $text, first: $count, after: $cursor) @connection(key: "CoalitionPage_search") {
      edges {
        score
        node {
          name
        }
      }
    }
  }
`;

export const ingest = graphql`
  mutation CoalitionPageIngestMutation($input: IngestReportInput!) {
    ingestReport(input: $input) {
      outcome
      report {
        id
      }
    }
  }
`;

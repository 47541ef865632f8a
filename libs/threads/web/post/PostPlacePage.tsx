import { useQuery } from '@apollo/client/react';
import { Navigate, useLocation, useParams } from 'react-router';
import { graphql } from '#platform/web';
import { QueryPage } from '#ui/web';
import { threadsTexts } from '../threads-texts.js';
import { hashToEdit } from './kept-edits.js';

const PostPlaceQuery = graphql(`
  query PostPlace($id: ID!) {
    post(id: $id) { id path }
  }
`);

/** Leads from a post's lasting address to where it stands now. */
export function PostPlacePage() {
  const { id = '' } = useParams();
  const { hash } = useLocation();
  const query = useQuery(PostPlaceQuery, { variables: { id }, fetchPolicy: 'network-only' });
  return (
    <QueryPage query={query} pick={(data) => data.post.path} width="reading" texts={threadsTexts}>
      {(path) => <Navigate to={path + hashToEdit(hash, id)} replace />}
    </QueryPage>
  );
}

package se.handtag.audit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.handtag.audit.proof.NodeId;
import se.handtag.audit.proof.Proofs;

/** The tree as the database keeps it: {@code audit.leaf} on level 0, {@code audit.node} above. */
@Component
class Tree implements Proofs.Nodes {
    private final JdbcClient database;

    Tree(JdbcClient database) {
        this.database = database;
    }

    /** How many records have a place in it. */
    long size() {
        return database.sql("select coalesce(max(number), 0) from audit.leaf")
                .query(Long.class)
                .single();
    }

    @Override
    public List<byte @Nullable []> hashes(List<NodeId> wanted) {
        List<byte @Nullable []> found = new ArrayList<>(wanted.size());
        if (wanted.isEmpty()) {
            return found;
        }
        database.sql("""
                        select coalesce(n.hash, l.hash)
                          from unnest(:levels::int[], :indexes::bigint[]) with ordinality w (level, index, place)
                          left join audit.node n on w.level > 0 and n.level = w.level and n.index = w.index
                          left join audit.leaf l on w.level = 0 and l.number = w.index + 1
                         order by w.place
                        """)
                .param("levels", wanted.stream().map(NodeId::level).toArray(Integer[]::new))
                .param("indexes", wanted.stream().map(NodeId::index).toArray(Long[]::new))
                .query(row -> {
                    found.add(row.getBytes(1));
                });
        return found;
    }
}

package dev.hearth.local;

/**
 * A database of the local PostgreSQL and the user who owns it.
 *
 * @param name of the database and of its user alike
 */
public record Database(int port, String name, String password) {

    public String user() {
        return name;
    }

    /** For Flyway. */
    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + name;
    }

    /** For Hibernate Reactive and the reactive client. */
    public String reactiveUrl() {
        return "postgresql://127.0.0.1:" + port + "/" + name;
    }

    /** Does not show the password. */
    @Override
    public String toString() {
        return "Database[" + jdbcUrl() + "]";
    }
}

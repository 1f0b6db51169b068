namespace Worker.Engines;

/// <summary>RabbitMQ or PostgreSQL is neither given nor installed; the message says how to get them.</summary>
/// <param name="message">What is missing and what to do.</param>
public sealed class BrokersMissingException(string message) : Exception(message);
